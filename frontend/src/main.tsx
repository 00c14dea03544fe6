/** Puts the app into the page. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App";
import { keepPlaces } from "./shell/scroll";

const place = document.getElementById("app");
if (place) {
  keepPlaces();
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
