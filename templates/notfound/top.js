/* A host shows this page in the place of any that is missing, and this site did
   not say where it begins: the folders of a site tell. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var folder = /^(.*?\/)(?:articles|az|data|events|review|topics|years)\//.exec(location.pathname);
  var top = folder ? folder[1] : location.pathname.replace(/[^\/]*$/, ""), search = document.querySelector("[data-timeline]");
  document.querySelectorAll("a[href]").forEach(function (a) {
    var to = a.getAttribute("href");
    if (!/^(#|\/|[a-z]+:)/.test(to)) a.setAttribute("href", top + to);
  });
  if (!search) return;
  search.dataset.index = top + "search.js";
  search.dataset.top = top;
  var script = document.createElement("script");
  script.src = top + "dateline.js";
  document.head.append(script);
});
