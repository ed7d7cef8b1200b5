/** Reads the codes of tickets with the camera: by the browser's own reader, else by one of ours. */

type Reader = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Not every browser has it, and TypeScript knows it of none. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
interface Detectors {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const betweenLooksMs = 150;
/** The same ticket is held before the camera for a while. */
const sameAgainMs = 4_000;
/** Wide enough for a ticket on a phone, small enough to be read five times a second by a cheap one. */
const widest = 640;

async function ownReader(): Promise<Reader | undefined> {
  const detectors = (globalThis as { BarcodeDetector?: Detectors }).BarcodeDetector;
  if (!detectors || !(await detectors.getSupportedFormats()).includes("qr_code")) return undefined;
  const detector = new detectors({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function ourReader(): Promise<Reader> {
  const address = new URL("read-code.js", import.meta.url).href;
  const { readCode } = (await import(address)) as typeof import("../read-code.ts");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, widest / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const image = context?.getImageData(0, 0, canvas.width, canvas.height);
    return image && readCode(image);
  };
}

/**
 * Opens the camera and calls `found` with each code that is held before it, once in a while. Answers how to stop; throws
 * where there is no camera or it is not allowed.
 */
export async function scan(video: HTMLVideoElement, found: (code: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const read = (await ownReader()) ?? (await ourReader());
  video.srcObject = stream;
  await video.play();
  let isOn = true;
  let last = { code: "", at: 0 };
  const look = async (): Promise<void> => {
    if (!isOn) return;
    const code = video.videoWidth > 0 ? await read(video) : undefined;
    const now = Date.now();
    if (code && (code !== last.code || now - last.at > sameAgainMs)) found(code);
    if (code) last = { code, at: now };
    setTimeout(look, betweenLooksMs);
  };
  void look();
  return () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}
