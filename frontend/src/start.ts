/** The first script: chooses the reader's language and loads the app in that language only. */
import "./styles/main.scss";
import { rememberedLanguage } from "./language";

const language = rememberedLanguage();
document.documentElement.lang = language;
void (language === "en" ? import("./main?en") : import("./main?da"));
