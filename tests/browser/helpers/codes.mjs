// Reading QR codes as a telephone does: from the pixels that are drawn.
import decode from "jsqr";
import { sharedBrowser } from "./story.mjs";

/** The pixels of a PNG picture, as a canvas gives them. */
async function pixels(picture) {
  const context = await (await sharedBrowser()).newContext();
  const page = await context.newPage();
  const { width, height, data } = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const paper = new OffscreenCanvas(image.width, image.height).getContext("2d");
    paper.drawImage(image, 0, 0);
    const { data } = paper.getImageData(0, 0, image.width, image.height);
    let text = "";
    for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, picture.toString("base64"));
  await context.close();
  return { width, height, data: new Uint8ClampedArray(Buffer.from(data, "base64")) };
}

/**
 * What a code says, dark on light only; and how many modules of its own ground are around it, on the side with the fewest.
 * `code` is the place on the page where it is drawn.
 */
export async function read(code) {
  const { width, height, data } = await pixels(await code.screenshot({ animations: "disabled" }));
  const found = decode(data, width, height, { inversionAttempts: "dontInvert" });
  if (!found) return { text: null, quiet: 0 };
  const light = (x, y) => data[4 * (y * width + x)] > 200 && data[4 * (y * width + x) + 1] > 200 && data[4 * (y * width + x) + 2] > 200;
  // From each edge inwards, as long as every pixel of that line is light. The outermost pixels may be of what is around it.
  const rows = [...Array(height).keys()].slice(3, -3), columns = [...Array(width).keys()].slice(3, -3);
  const emptyRow = (y) => columns.every((x) => light(x, y)), emptyColumn = (x) => rows.every((y) => light(x, y));
  const run = (all, empty) => all.findIndex((at) => !empty(at));
  const margins = [run(rows, emptyRow), run(rows.toReversed(), emptyRow), run(columns, emptyColumn), run(columns.toReversed(), emptyColumn)];
  const { topLeftCorner: from, topRightCorner: to } = found.location;
  const module = Math.hypot(to.x - from.x, to.y - from.y) / (17 + 4 * found.version);
  return { text: found.data, quiet: (Math.min(...margins) + 3) / module };
}
