// A pairing code that was scanned: it stands behind the address's #, where no log sees it. The form
// is filled with it, and one tap pairs. For browsers from 2018, as monitors have them.

const scanned = location.hash.slice(1);
const asked = document.querySelector("form input[name=code]");

if (scanned && asked) {
  asked.value = scanned;
  document.querySelector("form button").focus();
}

// Neither the history nor a reload keeps it.
if (scanned) history.replaceState(null, "", location.pathname + location.search);
