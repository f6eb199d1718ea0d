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
  function unpacked(address) {
    return fetch(address + ".packed").then(function (answer) {
      if (!answer.ok) throw new Error("No packed file");
      return new Response(answer.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "content-type": "application/wasm" } });
    });
  }

  // Where the program comes from: files beside this one, or, in the edition of
  // one file, what stands in the page before this script.
  var tries = {};
  var from = window.waymarkParts || {
    program: function () {
      return import(new URL(script.getAttribute("data-program"), document.baseURI).href);
    },
    wasm: function () {
      var address = script.getAttribute("data-wasm");
      return packed ? unpacked(address).catch(function () { return fetch(address); }) : fetch(address);
    },
    part: function (name) {
      // A browser may have kept the answer that was no use.
      var again = tries[name];
      tries[name] = true;
      function plain() { return fetch("./" + name, { cache: again ? "reload" : "default" }); }
      return (packed && !again ? unpacked("./" + name).catch(plain) : plain()).then(function (answer) {
        if (!answer.ok) throw new Error(name + ": " + answer.status);
        return answer.arrayBuffer();
      });
    }
  };
  // What the program's own loader asks for its modules with. Several travel in
  // one file: `table` has each one's file, place and length. A host may answer
  // with a page of its own, cut a file short, or name a wrong type.
  function isWasm(bytes, length) {
    var begin = new Uint8Array(bytes);
    return bytes.byteLength === length && begin[0] === 0 && begin[1] === 97 && begin[2] === 115 && begin[3] === 109;
  }
  var arriving = {};
  window.waymark = {
    loader: function (table) {
      return {
        fetch: function (address) {
          var place = table[String(address).replace(/^.*\//, "")], file = place[0];
          arriving[file] = arriving[file] || from.part(file);
          return arriving[file].then(function (bytes) {
            var module = bytes.slice(place[1], place[1] + place[2]);
            if (!isWasm(module, place[2])) throw new Error(file + " did not arrive as it was built");
            return module;
          }).catch(function (error) {
            // Asked for anew next time.
            delete arriving[file];
            throw error;
          });
        },
        WebAssembly: {
          LinkError: WebAssembly.LinkError,
          instantiateStreaming: function (asked, imports) {
            return asked.then(function (bytes) { return WebAssembly.instantiate(bytes, imports); });
          }
        }
      };
    }
  };
  var wasm = from.wasm(), program = from.program();
  // A failure is met where it is waited for, below.
  wasm.catch(function () {});

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

  program.then(function (loaded) { return loaded.default({ module_or_path: wasm }); })
    .then(function () {
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
