// Starts the program, and says in plain words when it cannot start or stops.
// Plain old JavaScript, so that it can speak up in a browser that is too old.
(function () {
  var script = document.currentScript;
  var stopped = false;

  function element(name, text, parent) {
    var it = document.createElement(name);
    if (text) it.textContent = text;
    if (parent) parent.appendChild(it);
    return it;
  }

  function offerFile(parent, text, name, label) {
    var link = element("a", label, element("li", "", parent));
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name;
  }

  // What this copy of the app has stored, each text as it stands: nothing is
  // read into it and nothing is changed. The names are those of app/session/keys.rs.
  function storedTexts() {
    var folder = location.pathname.slice(0, location.pathname.lastIndexOf("/") + 1);
    var place = location.protocol === "file:" ? "file" : folder.replace(/:/g, "%3A");
    var prefix = "waymark:" + place + ":", kept = [];
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i);
        if (key.indexOf(prefix) !== 0) continue;
        kept.push({ name: key.slice(prefix.length).replace(/[^a-z0-9]+/gi, "-"), text: localStorage.getItem(key) });
      }
    } catch (blocked) { /* a browser that blocks storage holds nothing to save */ }
    return kept;
  }

  function typedText() {
    return Array.prototype.map.call(document.querySelectorAll("textarea, input[type=text]"), function (field) {
      var label = field.labels && field.labels[0] ? field.labels[0].textContent : field.name;
      return field.value ? label + "\n" + field.value : "";
    }).filter(Boolean).join("\n\n");
  }

  function say(title, text, reload) {
    if (stopped) return;
    stopped = true;
    var slow = document.getElementById("slow");
    if (slow) slow.parentNode.removeChild(slow);
    var box = element("div", "", document.getElementById("trouble"));
    box.className = "error-summary";
    box.setAttribute("role", "alert");
    element("h2", title, box);
    element("p", text, box);
    var list = element("ul", "", box);
    var typed = typedText();
    if (typed) offerFile(list, typed, "waymark-unsaved-text.txt", "Save the text in the open boxes as a file");
    storedTexts().forEach(function (stored) {
      var main = stored.name === "document";
      offerFile(list, stored.text, main ? "waymark-stored-text.txt" : "waymark-stored-" + stored.name + ".txt",
        main ? "Save what this browser holds as a file" : "Save another text it holds (" + stored.name + ") as a file");
    });
    if (reload) {
      var button = element("button", "Load the page again", box);
      button.type = "button";
      button.className = "button";
      button.onclick = function () { location.reload(); };
    }
    document.getElementById("main").removeAttribute("aria-busy");
    box.tabIndex = -1;
    box.focus();
  }

  function didNotArrive() {
    say("Waymark could not load", "A part of it did not arrive. Check your connection and load the page again. If that does not help, tell whoever sent you the link.", true);
  }

  function fatal(error) {
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
      say("Waymark has stopped", "Something went wrong inside the program. What was saved before is still in this browser. Save the files offered here if you want to be sure, then load the page again. (The browser says: " + error.message + ")", true);
    }
  }
  addEventListener("error", function (event) { fatal(event.error); });
  addEventListener("unhandledrejection", function (event) { fatal(event.reason); });

  if (window.top !== window.self) {
    say("Open Waymark in its own tab", "This page is shown inside another page, where what you type could be seen or covered. Open its address in a tab of its own.", false);
    return;
  }
  if (typeof WebAssembly !== "object") {
    say("This browser cannot run Waymark", "It is too old, or WebAssembly has been turned off. Try an up-to-date Chrome, Edge, Firefox or Safari, or ask whoever looks after your computer.", false);
    return;
  }
  // A host that sent this script as it is compresses nothing: it is asked for the
  // parts as the build packed them, and for the parts themselves without those.
  function hostCompresses() {
    var sent = performance.getEntriesByName && performance.getEntriesByName(script.src)[0];
    var worker = navigator.serviceWorker && navigator.serviceWorker.controller;
    return worker || !sent || !sent.encodedBodySize || sent.encodedBodySize !== sent.decodedBodySize;
  }
  var packed = script.getAttribute("data-packed") && window.DecompressionStream && !hostCompresses();
  function get(name) {
    var address = script.getAttribute("data-" + name);
    if (!packed) return fetch(address);
    return fetch(address + ".packed").then(function (answer) {
      if (!answer.ok) throw new Error("No packed file");
      var type = name === "words" ? "text/plain" : "application/wasm";
      return new Response(answer.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "content-type": type } });
    }).catch(function () { return fetch(address); });
  }

  // Where the parts come from: files beside this one, or, in the edition of one
  // file, what stands in the page before this script.
  var tries = 0;
  var parts = window.waymarkParts || {
    program: function () {
      return import(new URL(script.getAttribute("data-program"), document.baseURI).href);
    },
    wasm: function () { return get("wasm"); },
    words: function () {
      return get("words").then(function (answer) { return answer.text(); });
    },
    // Only a release has its program in two parts.
    rest: function () {
      return script.getAttribute("data-rest") ? get("rest").then(function (answer) {
        if (!answer.ok) throw new Error("The rest of the program did not arrive");
        return answer.arrayBuffer();
      }) : null;
    },
    exporter: function () {
      var address = new URL(script.getAttribute("data-export"), document.baseURI);
      // Firefox never asks again for a module that did not arrive.
      if (tries++) address.search = tries;
      return import(address.href);
    },
    exporterWasm: function () { return get("export-wasm"); }
  };
  var wasm = parts.wasm(), program = parts.program();
  // A failure is met where it is waited for, below.
  wasm.catch(function () {});
  var running = program.then(function (loaded) {
    return loaded.default({ module_or_path: wasm });
  }).then(function (exports) { return (waymark.first = exports); });
  running.catch(function () {});

  // Puts the rest of the program into the slots that the first part has for it.
  function join(first, rest) {
    var slots = first.slots, count = 0;
    while (rest["s" + count]) count++;
    for (var i = 0; i < count; i++) slots.set(slots.length - count + i, rest["s" + i]);
    first.restIsHere.value = 1;
  }

  // The framework's words and the rest of the program. A first visit to the
  // first page does without; every other start needs both.
  var asked = null, exporter = null;
  window.waymark = {
    words: null,
    // The writers of calendars and spreadsheets: a small program of its own.
    fetchExporter: function () {
      exporter = exporter || parts.exporter().then(function (program) {
        return program.default({ module_or_path: parts.exporterWasm() }).then(function () { return program; });
      });
      exporter.catch(function () { exporter = null; });
      return exporter;
    },
    // Something of the rest is needed before it was asked for: now or never.
    loadRest: function () {
      try {
        var request = new XMLHttpRequest();
        request.open("GET", script.getAttribute("data-rest"), false);
        request.overrideMimeType("text/plain; charset=x-user-defined");
        request.send();
        var bytes = Uint8Array.from(request.responseText, function (c) { return c.charCodeAt(0) & 255; });
        var rest = new WebAssembly.Instance(new WebAssembly.Module(bytes), { p: waymark.first });
        join(waymark.first, rest.exports);
      } catch (error) {
        didNotArrive();
        throw error;
      }
    },
    fetchWords: function () {
      asked = asked || Promise.all([running, parts.words(), parts.rest()]).then(function (all) {
        var first = all[0], text = all[1], rest = all[2];
        // What was cut short or is another file does not end like this.
        if (text.slice(-5) !== "\u001fend\u001f") throw new Error("The framework did not arrive whole");
        if (!rest || first.restIsHere.value) return text;
        return WebAssembly.instantiate(rest, { p: first }).then(function (made) {
          if (!first.restIsHere.value) join(first, made.instance.exports);
          return text;
        });
      }).then(function (text) { waymark.words = text; });
      asked.catch(function () { asked = null; });
      return asked;
    }
  };
  // A copy of the whole app for use without a network, and word of a newer one.
  function keepForOffline() {
    var worker = script.getAttribute("data-worker");
    if (!worker || !navigator.serviceWorker) return;
    navigator.serviceWorker.register(worker, { updateViaCache: "none" }).then(function (kept) {
      function ask(whom, what, then) {
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) { if (event.data) then(); };
        whom.postMessage(what, [channel.port2]);
      }
      function tell(whom) {
        ask(whom, "is it new?", function () {
          waymark.takeNewRelease = function () {
            ask(whom, "take it", function () { location.reload(); });
          };
          dispatchEvent(new Event("waymark-new-release"));
        });
      }
      function watch(installing) {
        installing.addEventListener("statechange", function () {
          if (installing.state === "installed" && navigator.serviceWorker.controller) tell(installing);
        });
      }
      if (kept.waiting) tell(kept.waiting);
      else if (kept.active) tell(kept.active);
      if (kept.installing) watch(kept.installing);
      kept.addEventListener("updatefound", function () { watch(kept.installing); });
      // A tab may stay open for weeks.
      addEventListener("visibilitychange", function () {
        if (!document.hidden) kept.update().catch(function () {});
      });
    }).catch(function () { /* the app works without; it is only not kept */ });
  }

  // In the edition of one file nothing can be asked for later, and nothing needs to be.
  var first = !window.waymarkParts && /^(#\/?)?$/.test(location.hash) && !storedTexts().length;
  Promise.all([program, running, first ? null : waymark.fetchWords()])
    .then(function (all) {
      all[0].begin();
      document.getElementById("slow").remove();
      // After everything that the page itself needs.
      if (document.readyState === "complete") keepForOffline();
      else addEventListener("load", keepForOffline);
    })
    .catch(function (error) {
      if (error instanceof WebAssembly.CompileError) {
        say("This browser cannot run Waymark", "It is too old, or WebAssembly has been turned off. Try an up-to-date Chrome, Edge, Firefox or Safari, or ask whoever looks after your computer.", true);
      } else if (!(error instanceof WebAssembly.RuntimeError)) {
        didNotArrive();
      } else {
        fatal(error);
      }
    });
})();
