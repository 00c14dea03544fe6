/** The organisation's own colours, from its content pack, laid over the ones of the style sheet. */

interface Shades {
  ground: string;
  accent: string;
  accent_tint: string;
  warm: string;
  warm_tint: string;
  warm_mark: string;
}

const HEX = /^#[0-9a-f]{6}$/i;

/** A style sheet of the browser's own making, which the content security policy allows. */
export function wearColours(colours: { light: Shades; dark: Shades }): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:root{${rules(colours.light)}} @media screen and (prefers-color-scheme:dark){:root{${rules(colours.dark)}}}`,
  );
  document.adoptedStyleSheets = [sheet];
}

const rules = (shades: Shades): string =>
  Object.entries(shades)
    .filter(([, value]) => HEX.test(value))
    .map(([name, value]) => `--${name.replace("_", "-")}:${value}`)
    .join(";");
