/**
 * While something is fetched, and when it cannot be.
 *   <Loading />                                   appears after a moment, so quick pages do not flicker
 *   <Trouble words="..." onRetry={...} />         inside a page
 *   <CrashGuard key={path}>...</CrashGuard>       around a page: a broken page breaks nothing else
 *   <ShowMore onClick={...} busy={...} />         next page of a list
 */
import { Component, type ReactNode, useEffect, useState } from "react";
import { Button } from "./Button";
import { Page } from "./Page";
import { t } from "./texts";

export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status">
      {late && t.loading}
    </p>
  );
}

export function Trouble({ words, onRetry }: { words: string; onRetry?: () => void }) {
  return (
    <div className="trouble" role="alert">
      <p>{words}</p>
      {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
    </div>
  );
}

export class CrashGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Page title={t.crashTitle} lead={t.crashText}>
        <Button kind="filled" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      </Page>
    );
  }
}

export function ShowMore({ onClick, busy }: { onClick: () => void; busy?: boolean }) {
  return (
    <div className="show-more no-print">
      <Button kind="quiet" onClick={onClick} busy={busy}>
        {t.showMore}
      </Button>
    </div>
  );
}
