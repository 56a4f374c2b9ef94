import { chromium } from "playwright-core";
import http from "node:http"; import fs from "node:fs"; import path from "node:path";
const dir = process.argv[2] ?? "dist", out = process.argv[3] ?? "/tmp/h/eve/shots", only = process.argv[4];
fs.mkdirSync(out, { recursive: true });
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".webmanifest": "application/json" };
const server = http.createServer((q, s) => { let p = path.join(dir, decodeURIComponent(new URL(q.url, "http://x").pathname)); if (p.endsWith("/")) p += "index.html"; try { const b = fs.readFileSync(p); s.setHeader("content-type", types[path.extname(p)] ?? "application/octet-stream"); s.end(b); } catch { s.statusCode = 404; s.end(); } }).listen(0);
const url = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
export async function person(phone, locale = "nl-NL") {
  const c = await browser.newContext({ ...(phone ? { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 } : { viewport: { width: 1280, height: 800 } }), reducedMotion: "reduce", locale });
  c.setDefaultTimeout(15000);
  const p = await c.newPage(); p.on("pageerror", (e) => console.log("ERR", e.message)); p.on("console", (m) => m.type() === "error" && console.log("CON", m.text().slice(0, 300)));
  p.on("dialog", (d) => { console.log("DIALOG", d.message()); d.accept(); });
  p.shot = (n, full) => p.screenshot({ path: `${out}/${n}-${phone ? "p" : "d"}.png`, fullPage: !!full });
  p.url0 = url; return p;
}
export const end = async () => { await browser.close(); server.close(); };
const steps = await import(process.env.STEPS ?? "/tmp/h/eve/steps.mjs");
for (const phone of [true, false]) { try { await steps.default(await person(phone, process.env.LOC ?? "nl-NL"), phone, only); } catch (e) { console.log("FAIL", phone, e.message.slice(0, 600)); } }
await end();
