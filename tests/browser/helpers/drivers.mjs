// Firefox and WebKitGTK with their drivers, each started for one session on ports of its own. Nothing shows: Firefox
// has a way to run without a window, and WebKitGTK gets a screen that is nowhere.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { freePorts } from "./ports.mjs";
import { until } from "./story.mjs";

const CACHE = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const TOOLS = process.env.BEGINSPRAAK_TOOLS || join(CACHE, "beginspraak/tools");
/** Where Debian puts WebKitGTK's small browser: /usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser. */
const MINI = () => under("/usr/lib").flatMap(under).filter((path) => path.includes("/webkit2gtk-")).map((path) => join(path, "MiniBrowser"));

const FIREFOX = process.env.FIREFOX || first(["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
const GECKODRIVER = process.env.GECKODRIVER || join(TOOLS, "bin/geckodriver");
const MINIBROWSER = process.env.MINIBROWSER || first(MINI());
const WEBKITDRIVER = process.env.WEBKITDRIVER || "/usr/bin/WebKitWebDriver";
const XVFB = process.env.XVFB || "/usr/bin/Xvfb";

/** The engines: what people call them, why they can't be driven here (or false), and how a session is started. */
export const ENGINES = [
  { name: "Firefox", missing: absent({ "Firefox": FIREFOX, "geckodriver": GECKODRIVER }), start: firefox },
  { name: "WebKitGTK", missing: absent({ "MiniBrowser": MINIBROWSER, "WebKitWebDriver": WEBKITDRIVER, "Xvfb": XVFB }), start: webkitgtk },
];

async function firefox(cleanUp) {
  const [port, socket] = await freePorts(2);
  const home = folder("firefox");
  await driver(cleanUp, GECKODRIVER, ["--port", port, "--websocket-port", socket, "--profile-root", home], home, port);
  const nowhere = "127.0.0.1:9";
  return session(cleanUp, port, {
    browserName: "firefox",
    // Not a request that we did not ask for: what is not on this machine is behind a proxy that is not there.
    proxy: { proxyType: "manual", httpProxy: nowhere, sslProxy: nowhere },
    "moz:firefoxOptions": { binary: FIREFOX, args: ["-headless"], prefs: { "ui.prefersReducedMotion": 1 } },
  });
}

async function webkitgtk(cleanUp) {
  const [port] = await freePorts(1);
  const home = folder("webkitgtk");
  const screen = spawn(XVFB, ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", log(home)] });
  cleanUp(() => end(screen));
  const display = await new Promise((found, wrong) => {
    screen.once("error", wrong).once("exit", () => wrong(new Error(`${XVFB} stopped:\n${said(home)}`)));
    screen.stdout.once("data", (number) => found(`:${String(number).trim()}`));
  });
  mkdirSync(join(home, "gtk-3.0"));
  writeFileSync(join(home, "gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
  // No graphics card, no other desktop's screen, and no bus for screen readers, which it would complain about.
  const env = { DISPLAY: display, GDK_BACKEND: "x11", WAYLAND_DISPLAY: "", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  await driver(cleanUp, WEBKITDRIVER, ["--host=127.0.0.1", `--port=${port}`], home, port, env);
  return session(cleanUp, port, {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: MINIBROWSER, args: ["--automation"] },
  });
}

/** Starts a driver, with a home of its own for whatever the browser keeps. */
async function driver(cleanUp, program, args, home, port, more = {}) {
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, ...more };
  const child = spawn(program, args.map(String), { stdio: ["ignore", log(home), log(home)], env });
  cleanUp(() => end(child));
  child.on("error", (error) => writeFileSync(join(home, "log"), String(error)));
  const ready = () => fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false);
  await until(() => (child.exitCode ?? child.signalCode) === null ? ready() : Promise.reject(new Error(`${program} stopped:\n${said(home)}`)), `${program} answers:\n${said(home)}`);
}

// A question of the page is left to the story: a driver would dismiss it at whatever is asked next.
async function session(cleanUp, port, wanted) {
  const browser = await new Builder().disableEnvironmentOverrides().usingServer(`http://127.0.0.1:${port}`).withCapabilities(new Capabilities({ unhandledPromptBehavior: "ignore", ...wanted })).build();
  // Before its driver ends, so that the browser does too.
  cleanUp(() => browser.quit());
  return browser;
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

function absent(programs) {
  const names = Object.keys(programs).filter((name) => !programs[name] || !existsSync(programs[name]));
  return names.length ? `${names.join(" and ")} not here: run \`cargo xtask setup\`` : false;
}

function first(paths) {
  return paths.find((path) => existsSync(path));
}

function under(folder) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name)) : [];
}

const folder = (name) => mkdtempSync(join(process.env.BEGINSPRAAK_TEST_WORK, `${name}-`));
const log = (home) => openSync(join(home, "log"), "a");
const said = (home) => readFileSync(join(home, "log"), "utf8");
