// Single keys for the three answers; the page works without. They can be turned off, and the choice is kept in this browser.
(function () {
  'use strict';
  var form = document.querySelector('form[data-review]');
  var line = document.querySelector('[data-single-keys]');
  if (!form || !line) { return; }
  var box = line.querySelector('input');
  line.hidden = false;
  try { box.checked = localStorage.getItem('arendegang.keys') !== 'off'; } catch (error) { /* kept for this page only */ }
  box.addEventListener('change', function () {
    try { localStorage.setItem('arendegang.keys', box.checked ? 'on' : 'off'); } catch (error) { /* as above */ }
  });
  var sent = false;
  form.addEventListener('submit', function (event) {
    if (sent) { event.preventDefault(); return; }
    sent = true;
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', function () { sent = false; form.removeAttribute('aria-busy'); });
  document.addEventListener('keydown', function (event) {
    if (!box.checked || event.repeat || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.target.matches('input:not([type=checkbox]), select, textarea')) { return; }
    var button = form.querySelector('button[data-key="' + event.key.toLowerCase().replace(/[^a-z]/g, '') + '"]');
    if (button) {
      event.preventDefault();
      form.requestSubmit(button);
    }
  });
}());
