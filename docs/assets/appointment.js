/* "Print what I ticked": a class on the body hides the rest on paper. Nothing is kept. */
(function () {
  "use strict";
  function print() {
    var ticked = document.querySelectorAll(".to-ask :checked");
    document.body.classList.toggle("only-ticked", ticked.length > 0);
    ticked.forEach(function (box) {
      var fold = box.closest("details");
      if (fold) fold.open = true;
    });
    window.print();
  }
  document.querySelectorAll(".print-ticked").forEach(function (button) {
    button.parentNode.hidden = false;
    button.addEventListener("click", print);
  });
  window.addEventListener("afterprint", function () { document.body.classList.remove("only-ticked"); });
})();
