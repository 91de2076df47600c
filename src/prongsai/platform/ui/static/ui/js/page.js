/* Small conveniences. Every page works without them. */
(() => {
  "use strict";
  // A box of text to copy: the button is shown only where it works.
  for (const button of document.querySelectorAll("[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    if (!text || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.value);
        button.nextElementSibling.textContent = button.dataset.copied;
      } catch {
        text.focus();
        text.select();
      }
    });
  }
  // A second press of the same button within a moment is a slip of the finger.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 3000);
  });
  // Print buttons show themselves where printing is possible.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
