// Small comforts. Every page works without this file.
(function () {
  'use strict';

  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  // The attendance table: arrow keys move between cells, one tab stop for the whole table.
  document.querySelectorAll('table[data-grid]').forEach(function (table) {
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      return Array.prototype.slice.call(row.querySelectorAll('button.cell'));
    }).filter(function (row) { return row.length; });
    if (!rows.length) { return; }
    var current = rows[0][0];
    rows.forEach(function (row) { row.forEach(function (cell) { cell.tabIndex = cell === current ? 0 : -1; }); });
    function go(cell) {
      current.tabIndex = -1;
      current = cell;
      current.tabIndex = 0;
      current.focus();
    }
    table.addEventListener('focusin', function (event) {
      if (event.target.matches('button.cell') && event.target !== current) {
        current.tabIndex = -1;
        current = event.target;
        current.tabIndex = 0;
      }
    });
    table.addEventListener('keydown', function (event) {
      if (!event.target.matches('button.cell') || event.ctrlKey || event.altKey || event.metaKey) { return; }
      var y = rows.findIndex(function (row) { return row.indexOf(event.target) >= 0; });
      var x = rows[y].indexOf(event.target);
      var to = {
        ArrowLeft: [y, x - 1], ArrowRight: [y, x + 1], ArrowUp: [y - 1, x], ArrowDown: [y + 1, x],
        Home: [y, 0], End: [y, rows[y].length - 1]
      }[event.key];
      if (to && rows[to[0]] && rows[to[0]][to[1]]) {
        event.preventDefault();
        go(rows[to[0]][to[1]]);
      }
    });
  });

  // The network's frame tells which node was chosen; the list beside it shows the same one. Only our own frame is heard.
  var frame = document.querySelector('iframe[data-network]');
  if (frame) {
    var said = document.querySelector('[data-said]');
    window.addEventListener('message', function (event) {
      if (event.source !== frame.contentWindow || !event.data || event.data.arendegang !== 'node') { return; }
      document.querySelectorAll('.chosen').forEach(function (one) { one.classList.remove('chosen'); });
      var name = String(event.data.id);
      var found = Array.prototype.filter.call(document.querySelectorAll('[data-node]'), function (one) {
        return one.dataset.node === name;
      });
      if (!found.length) { return; }
      found.forEach(function (one) {
        var shut = one.closest('details.rest:not([open])');
        if (shut) { shut.open = true; }
        one.classList.add('chosen');
      });
      var still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      found[0].scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
      if (said) { said.textContent = found[0].textContent.trim().replace(/\s+/g, ' ').slice(0, 120); }
    });
  }

  // Documents: J and K go from fact to fact in the text. Not while typing, not with other keys held.
  var facts = document.querySelectorAll('a.fact-number');
  var keys = document.querySelector('[data-keys]');
  if (facts.length && keys) {
    keys.hidden = false;
    var at = -1;
    // Beside a marked quote stand the facts that it holds: their list is rolled to them, the page is not.
    var marked = document.querySelector('mark#q');
    var held = document.querySelector('mark a.fact-number');
    var listed = held && document.getElementById('fakta-' + held.hash.replace(/\D/g, ''));
    var beside = listed && listed.closest('aside');
    if (marked && listed) {
      listed.classList.add('chosen');
      if (beside.scrollHeight > beside.clientHeight) {
        beside.scrollTop += listed.getBoundingClientRect().top - beside.getBoundingClientRect().top - 80;
      }
    }
    document.addEventListener('keydown', function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { return; }
      var step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (!step) { return; }
      var on = Array.prototype.indexOf.call(facts, document.activeElement);
      at = Math.min(facts.length - 1, Math.max(0, (on >= 0 ? on : at) + step));
      facts[at].focus();
      facts[at].scrollIntoView({ block: 'center' });
    });
  }
}());
