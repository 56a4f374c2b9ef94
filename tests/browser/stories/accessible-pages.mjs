import { checkAccessible } from "../accessibility.mjs";
import { pages } from "../helpers/site.mjs";
import { DESKTOP, open, story } from "../helpers/story.mjs";

for (const [name, wanted] of [["Dutch", (path) => !path.startsWith("/en/")], ["English", (path) => path.startsWith("/en/")]]) {
  story(`every page in ${name} is accessible`, async ({ collector, someone }) => {
    const page = await someone(DESKTOP);
    for (const path of pages(process.env.BEGINSPRAAK_TEST_SITE).filter(wanted)) {
      await open(page, collector.url + path);
      await checkAccessible(page, { route: path });
    }
  }, { timeout: 280_000 });
}

story("a page that is not there is accessible", async ({ collector, someone }) => {
  const page = await someone(DESKTOP);
  await open(page, `${collector.url}/niet-hier/`);
  await checkAccessible(page, { route: "/niet-hier/" });
});
