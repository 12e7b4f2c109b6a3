"use strict";

// Everything works without this file; it only moves focus to where the eye should be.
for (const summary of document.querySelectorAll("[data-error-summary]")) {
  summary.focus();
}
