/** The way from HMU's overview to the waves that hold something for HMU. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, ask } from "../api/client";
import { to } from "../paths";
import { Section } from "../ui/Section";
import { h } from "./committeeTexts";

export function CommitteeWaves({ today }: { today: string }) {
  const query = useQuery({
    queryKey: ["committee-results"],
    queryFn: () => ask(api.GET("/api/committee-results")),
  });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={h.listTitle} size={3}>
      <ul>
        {items.map((one) => (
          <li key={one.wave_id}>
            <Link href={to.committee(one.wave_id)} className="link">
              {one.closed_on && one.visible_from <= today
                ? h.line(one.place, one.closes_on)
                : h.later(one.place, one.visible_from, today)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
