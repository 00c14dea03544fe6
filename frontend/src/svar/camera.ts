/** Reading the slip's QR code with the tablet's camera, where the browser can; nothing where it cannot. */
import { readCode } from "./code";
import { make } from "./make";
import type { Words } from "./words";

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => Detector;

const EVERY = 300;

/** A button that shows the camera until a slip is read; null in browsers that read no codes. */
export function scanner(t: Words, found: (code: string) => void): HTMLElement | null {
  const { BarcodeDetector } = window as unknown as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector || !navigator.mediaDevices) return null;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const video = make("video", { muted: true, playsinline: true, hidden: true });
  const told = make("p", { role: "status" });
  let stream: MediaStream | null = null;

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.hidden = true;
    button.textContent = t.scan;
  };
  const look = async () => {
    if (!stream || !video.isConnected) return stop();
    const [seen] = await detector.detect(video).catch(() => []);
    const code = seen ? readCode(seen.rawValue.split("#").pop() ?? "") : null;
    if (!code) return void setTimeout(() => void look(), EVERY);
    stop();
    found(code);
  };
  const begin = async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      told.textContent = t.noCamera;
      return;
    }
    video.hidden = false;
    video.srcObject = stream;
    button.textContent = t.stopScan;
    await video.play();
    void look();
  };
  const button = make(
    "button",
    { type: "button", class: "plain", click: () => void (stream ? stop() : begin()) },
    t.scan,
  );
  return make("div", { class: "camera" }, button, video, told);
}
