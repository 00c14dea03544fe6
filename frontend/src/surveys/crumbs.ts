/** The way to a wave: through its department, or through all waves where it has several. */
import { to } from "../paths";
import { departmentsOf } from "./units";
import type { Wave } from "./waveReading";
import { w } from "./waveTexts";

export function crumbsOf(wave: Wave, itself = false) {
  const here = departmentsOf(wave.nodes).size === 1;
  return [
    ...(here ? [{ href: to.department(wave.place.id), label: wave.place.name }] : []),
    { href: to.waves(here ? wave.place.id : undefined), label: w.waves },
    ...(itself ? [{ href: to.wave(wave.id), label: w.wave }] : []),
  ];
}
