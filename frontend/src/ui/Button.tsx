/**
 * Buttons and links. At most one `filled` per view.
 *   <Button kind="filled" onClick={...} busy={saving}>Gem</Button>
 *   <LinkButton href="/x" kind="outline">Evaluér</LinkButton>
 *   <TextLink href="/x">Det kan HMU se</TextLink>          inside running text
 *   <Button kind="link" onClick={...}>Flyt datoen</Button>  an act that looks like a link
 *   <StickyActions><Button kind="filled" large type="submit">Gem</Button></StickyActions>  stays in reach on a phone
 * kind: filled | outline | quiet | link (default outline); `wide` fills the line on a phone; `large` as on
 * Log ind and Følg op; `icon` stands before the words.
 */
import type { ComponentProps, ReactNode } from "react";
import { Link } from "wouter";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";

export type ButtonKind = "filled" | "outline" | "quiet" | "link";

interface Look {
  kind?: ButtonKind;
  wide?: boolean;
  large?: boolean;
  icon?: IconName;
  children: ReactNode;
}

const look = ({ kind = "outline", wide, large }: Look, more?: string) =>
  classes("button", `button--${kind}`, wide && "button--wide", large && "button--large", more);

type ButtonProps = Look & Omit<ComponentProps<"button">, keyof Look> & { busy?: boolean };

export function Button({ kind, wide, large, icon, children, busy, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={look({ kind, wide, large, children }, className)}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type LinkButtonProps = Look & { href: string; className?: string };

export function LinkButton({ href, icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link href={href} className={look({ ...rest, children }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A link in running text. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link">
      {children}
    </Link>
  );
}

/** Buttons in a row; stacked on a phone. */
export function ButtonRow({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="button-row">
      {children}
      {end && <div className="button-row__end">{end}</div>}
    </div>
  );
}

/** The act of a short page: at the bottom edge of a phone, however long the page is. */
export function StickyActions({ children }: { children: ReactNode }) {
  return <div className="sticky-actions no-print">{children}</div>;
}
