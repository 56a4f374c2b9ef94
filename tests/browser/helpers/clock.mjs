// A device whose clock is wrong.

/** Puts the device's clock this far off, in milliseconds, on every page from now on. */
export function jump(page, by) {
  return page.addInitScript((by) => {
    const Real = Date;
    window.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length ? parts : [Real.now() + by]));
      }
      static now() {
        return Real.now() + by;
      }
    };
  }, by);
}
