// What a script adds to the pages of the service beside what it adds to every list.
"use strict";

// Fields left blank stay out of the address.
function keepAddressShort(form) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}

// The builder shows at once what was chosen, under the address that would show it again.
function showAtOnce(form) {
  let latest = 0;
  form.addEventListener("change", async () => {
    const asked = ++latest;
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    const answer = await fetch(address).then((response) => response.text(), () => null);
    if (answer === null || asked !== latest) return;
    const made = new DOMParser().parseFromString(answer, "text/html").querySelector("#made");
    document.querySelector("#made").replaceWith(document.adoptNode(made));
    history.replaceState(null, "", address);
    addCopying();
  });
}

// A button above each snippet puts it on the clipboard.
function addCopying() {
  if (!navigator.clipboard) return;
  for (const place of document.querySelectorAll(".copy:empty")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(place.nextElementSibling.textContent);
      button.textContent = "Copied";
    });
    place.append(button);
  }
}

document.querySelectorAll("form.ask").forEach(keepAddressShort);
document.querySelectorAll("form.builds").forEach(showAtOnce);
addCopying();
