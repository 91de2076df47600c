/* Markup that scripts put into a page comes from our own server and carries no script: anything else is refused.
   Needed because the page demands trusted types. */
(() => {
  "use strict";
  if (!window.trustedTypes) return;
  const active = /<\s*(script|iframe|object|embed|base)\b|<[^>]*\son[a-z]+\s*=|javascript:/i;
  window.trustedTypes.createPolicy("default", {
    createHTML: (markup) => (active.test(markup) ? null : markup),
    createScript: () => null,
    createScriptURL: () => null,
  });
})();
