/* The page demands trusted types. Markup that htmx puts into it comes from our own server; scripts in it are left out, for
   the page has its own. Handlers, javascript: addresses, frames and <base> need no look here: the content security policy
   forbids them wherever they come from. Text is never turned into a script or into the address of one. */
(() => {
  "use strict";
  if (!window.trustedTypes) return;
  const scripts = /<script\b[^>]*>[\s\S]*?<\/script\s*>/gi;
  window.trustedTypes.createPolicy("default", {
    createHTML: (markup) => {
      const left = markup.replace(scripts, "");
      return /<script\b/i.test(left) ? null : left;
    },
    createScript: () => null,
    createScriptURL: () => null,
  });
})();
