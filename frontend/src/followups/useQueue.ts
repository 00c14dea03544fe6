/** What waits on this device for the person, sent as soon as there is network again. */
import { useCallback, useEffect, useState } from "react";
import { api, ask, attemptKey, type Schemas } from "../api/client";
import {
  drop,
  enqueue,
  change as keepChanged,
  type OtherBody,
  readQueue,
  sendQueue,
  take,
  type Waiting,
} from "./queue";
import { useTakeIn } from "./reading";

/** One attempt, under the key it has had from the beginning. */
export function sendLog({ key, followUp, body }: Pick<Waiting, "key" | "followUp" | "body">) {
  const header = attemptKey(key);
  if (followUp === null) {
    return ask(api.POST("/api/follow-ups/log", { params: { header }, body: body as OtherBody }));
  }
  const params = { header, path: { follow_up_id: followUp } };
  return ask(api.POST("/api/follow-ups/{follow_up_id}/log", { params, body }));
}

type Logged = Schemas["LoggedOut"];

export interface Queue {
  waiting: Waiting[];
  /** What the API answered to those that were sent while this page was open, by key. */
  sent: Readonly<Record<string, Logged>>;
  /** Keep one; false if it may not or cannot be kept here. */
  add: (waiting: Waiting) => boolean;
  /** False if it is sent already. */
  change: (key: string, body: Partial<OtherBody>) => Promise<boolean>;
  /** Take it out, to write it anew; null if it is sent already. */
  take: (key: string) => Promise<Waiting | null>;
  drop: (key: string) => void;
  send: () => void;
}

export function useQueue(person: string): Queue {
  const [waiting, setWaiting] = useState(() => readQueue(person));
  const [sent, setSent] = useState<Record<string, Logged>>({});
  const takeIn = useTakeIn();
  const look = useCallback(() => setWaiting(readQueue(person)), [person]);
  const send = useCallback(() => {
    const send = async (one: Waiting) => {
      const logged = await sendLog(one);
      setSent((before) => ({ ...before, [one.key]: logged }));
    };
    void sendQueue(person, send).then((count) => {
      look();
      if (count > 0) takeIn();
    });
  }, [person, look, takeIn]);

  useEffect(() => {
    look();
    send();
    const back = () => document.visibilityState === "visible" && send();
    addEventListener("online", send);
    addEventListener("storage", look);
    document.addEventListener("visibilitychange", back);
    return () => {
      removeEventListener("online", send);
      removeEventListener("storage", look);
      document.removeEventListener("visibilitychange", back);
    };
  }, [look, send]);

  return {
    waiting,
    sent,
    add: (one) => {
      const kept = enqueue(person, one);
      look();
      return kept;
    },
    change: async (key, body) => {
      const kept = await keepChanged(person, key, body);
      look();
      if (kept && navigator.onLine) send();
      return kept;
    },
    take: async (key) => {
      const taken = await take(person, key);
      look();
      return taken;
    },
    drop: (key) => {
      drop(person, key);
      look();
    },
    send,
  };
}

/** Whether the browser believes that there is network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return online;
}
