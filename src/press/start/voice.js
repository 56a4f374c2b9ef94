// In each page: what reads aloud comes where the device has a voice of its own in the language of the page.
const spoken = ({ lang, localService }) => localService && lang.startsWith(document.documentElement.lang);
const voiced = () => speechSynthesis.getVoices().some(spoken) && import("%MODULE%").catch(() => {});
if (self.speechSynthesis) {
  (self.requestIdleCallback ?? setTimeout)(voiced);
  speechSynthesis.addEventListener?.("voiceschanged", voiced);
}
