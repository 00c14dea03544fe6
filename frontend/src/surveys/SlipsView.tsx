/** Slips to print from the page, ten to an A4. The codes are in this component's props and nowhere else. */
import type { Schemas } from "../api/client";
import { Logo } from "../ui/Icon";
import { s } from "./slipTexts";

export type Slips = Schemas["SlipsOut"];

const spaced = (code: string): string => code.replaceAll("-", " ");
const shortAddress = (address: string): string => address.replace(/^https?:\/\//, "");
const picture = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;

export function SlipsView({ slips }: { slips: Slips }) {
  return (
    <div className="slips">
      <p className="slips__head">
        <strong>{s.slip.cut}</strong> {s.slip.noNames}
      </p>
      <ul className="slips__list" aria-label={s.slip.all}>
        {slips.slips.map((one) => (
          <li key={one.code} className="slip">
            <div className="slip__top">
              <div>
                <p className="slip__brand">
                  <Logo /> Trinvis
                </p>
                <p className="slip__promise">{s.slip.promise}</p>
                <p>{s.slip.nobody}</p>
                <p className="slip__soft">{slips.unit}</p>
                <p className="slip__soft">{s.slip.until(slips.closes_on)}</p>
              </div>
              <img className="slip__qr" src={picture(one.qr)} alt={s.slip.qr} />
            </div>
            <p className="slip__soft">{s.slip.type(shortAddress(slips.address))}</p>
            <p className="slip__code">{spaced(one.code)}</p>
            <p className="slip__seen">
              {s.slip.seen(slips.first_on, slips.dialogue_on, slips.hmu_on)} {slips.pile}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
