"use strict";
{
  const form = document.getElementById("search");
  const input = form.querySelector("input"), count = form.querySelector("output"), list = form.querySelector("ol");
  const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
  const facts = [...document.querySelectorAll("article li")].map((item) => [item, plain(item.textContent)]);
  const search = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const found = words.length ? facts.filter(([, text]) => words.every((word) => text.includes(word))) : [];
    list.replaceChildren(...found.slice(0, 20).map(([item]) => item.cloneNode(true)));
    count.value = words.length ? `${found.length} found` : "";
  };
  form.hidden = false;
  input.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
}
