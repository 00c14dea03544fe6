/**
 * The answer page: the seven questions on a phone, or on the tablet in the break room.
 *
 * Nothing is stored: answers stand in this page until they are sent. The code comes behind # in the address,
 * which no server is told, and is dropped from it at once. A page that the browser kept in memory is loaded
 * anew, so that Back shows nobody's answers.
 */
import "./svar.scss";
import { Answering } from "./answering";

const parts = location.pathname.split("/").filter(Boolean);
const wave = parts[1] ?? null;
const code = location.hash.slice(1);
const tablet = new URLSearchParams(location.search).has("tablet");

history.replaceState(null, "", location.pathname + location.search);
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

const place = document.getElementById("svar");
if (place) void new Answering(place, wave, code, tablet).begin();
