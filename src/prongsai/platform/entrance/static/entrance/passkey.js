// Asks the device for a passkey and posts its answer. Without scripts the block stays hidden: codes work everywhere.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const told = document.getElementById("passkey-options");
  for (const block of document.querySelectorAll("[data-passkey]")) {
    if (!told || !window.PublicKeyCredential || !window.webauthnJSON) continue;
    block.hidden = false;
    const form = block.querySelector("form");
    const said = block.querySelector("[data-failed]");
    block.querySelector("button").addEventListener("click", async () => {
      said.textContent = "";
      if (!form.reportValidity()) return;
      try {
        const answer = await window.webauthnJSON[block.dataset.passkey](JSON.parse(told.textContent));
        form.elements.credential.value = JSON.stringify(answer);
        form.submit();
      } catch {
        said.textContent = said.dataset.failed;
      }
    });
  }
});
