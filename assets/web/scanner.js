// Reads the code from the monitor with the phone's camera, and makes pictures of it small enough to
// travel.

const LOOK_EVERY_MS = 150;
const LONGEST_SIDE = 1_280;
const QUALITY = 0.8;

// Shows what the camera sees in the slot, until a code of ours is there or the guest has enough.
export async function scan(slot) {
  const [button] = slot.getElementsByTagName("button");
  const camera = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: "environment" } })
    .catch(() => null);
  // Without a camera the other ways are still there.
  if (!camera) return void (slot.hidden = true);
  const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true });
  video.srcObject = camera;
  const aim = Object.assign(document.createElement("p"), { textContent: slot.dataset.aim });
  const stop = Object.assign(button.cloneNode(), { textContent: slot.dataset.stop });
  const end = new AbortController();
  stop.addEventListener("click", () => end.abort());
  addEventListener("pagehide", () => end.abort(), { once: true });
  button.hidden = true;
  button.after(video, aim, stop);
  stop.focus();
  await video.play();
  const path = await look(video, end.signal);
  for (const track of camera.getTracks()) track.stop();
  for (const part of [video, aim, stop]) part.remove();
  button.hidden = false;
  button.focus();
  if (path) location.assign(path);
}

// The path of the first code of ours; nothing when it was ended before, or the page has moved on.
async function look(video, signal) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  while (!signal.aborted && video.isConnected) {
    const codes = await detector.detect(video).catch(() => []);
    const path = codes.map(({ rawValue }) => ours(rawValue)).find(Boolean);
    if (path) return path;
    await new Promise((next) => setTimeout(next, LOOK_EVERY_MS));
  }
  return null;
}

// Whatever a code says, it leads to this server and to nothing but the page behind a code.
function ours(text) {
  try {
    return /^\/q\/\w+$/i.exec(new URL(text).pathname)?.[0];
  } catch {
    return undefined;
  }
}

// A code can be read from a thousandth of a photo's bytes. A picture that this browser cannot open
// goes as it is.
export async function smaller(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width * scale, picture.height * scale];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return small ?? file;
  } catch {
    return file;
  }
}
