// Comparing two pictures of the same place, for what can only be seen.
import { sharedBrowser } from "./story.mjs";

/**
 * How many pixels differ between two PNG pictures, and how many of those differ with a contrast of at least 3:1,
 * which is what the eye needs to notice a focus.
 */
export async function difference(before, after) {
  const context = await (await sharedBrowser()).newContext();
  const page = await context.newPage();
  const result = await page.evaluate(async (pictures) => {
    const pixels = async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const paper = new OffscreenCanvas(image.width, image.height).getContext("2d");
      paper.drawImage(image, 0, 0);
      return paper.getImageData(0, 0, image.width, image.height).data;
    };
    const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = (data, at) => 0.2126 * channel(data[at]) + 0.7152 * channel(data[at + 1]) + 0.0722 * channel(data[at + 2]);
    const [one, other] = await Promise.all(pictures.map(pixels));
    let changed = 0;
    let clear = 0;
    for (let at = 0; at < one.length; at += 4) {
      if (one[at] === other[at] && one[at + 1] === other[at + 1] && one[at + 2] === other[at + 2]) continue;
      changed += 1;
      const [low, high] = [light(one, at), light(other, at)].sort((a, b) => a - b);
      if ((high + 0.05) / (low + 0.05) >= 3) clear += 1;
    }
    return { changed, clear };
  }, [before, after].map((picture) => picture.toString("base64")));
  await context.close();
  return result;
}
