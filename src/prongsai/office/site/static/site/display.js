/* Keeps the size of the text and the contrast from page to page. Without it both still work, on one page. */
(() => {
  "use strict";
  const KEY = "prongsai.look";
  const form = document.querySelector("form.look");
  if (!form) return;
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY) || "{}");
    } catch {
      return {};
    }
  };
  const { size, contrast } = kept();
  for (const radio of form.elements.size) radio.checked = radio.value === (size || "normal");
  form.elements.contrast.checked = contrast === "high";
  form.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ size: form.elements.size.value, contrast: form.elements.contrast.checked ? "high" : "" }));
    } catch {
      /* a browser that keeps nothing keeps nothing */
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
})();
