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

  // What the names of all begin with that this copy of the app stores; those of
  // app/session/keys.rs.
  function storagePrefix() {
    var folder = location.pathname.slice(0, location.pathname.lastIndexOf("/") + 1);
    var place = location.protocol === "file:" ? "file" : folder.replace(/:/g, "%3A");
    return "waymark:" + place + ":";
  }

  // Each text as it stands: nothing is read into it and nothing is changed.
  function storedTexts() {
    var prefix = storagePrefix(), kept = [];
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

  function cannotRun() {
    say("This browser cannot run Waymark", "It is too old, or WebAssembly has been turned off. Try an up-to-date Chrome, Edge, Firefox or Safari, or ask whoever looks after your computer.", true);
  }

  function fatal(error) {
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
      say("Waymark has stopped", "Something went wrong inside the program. What was saved before is still in this browser. Save the files offered here if you want to be sure, then load the page again. (The browser says: " + error.message + ")", true);
    }
  }
  // On paper a box is as long as its words, and what is folded is open, in
  // every engine: the style sheet alone can do so in the newest only.
  function all(selector, each) { Array.prototype.forEach.call(document.querySelectorAll(selector), each); }
  addEventListener("beforeprint", function () {
    all("textarea, input[type=text]", function (field) {
      var words = element("p", field.value);
      words.className = "on-paper";
      words.dir = "auto";
      field.parentNode.insertBefore(words, field);
    });
    document.body.setAttribute("data-on-paper", "");
    if (!window.CSS || !CSS.supports || !CSS.supports("selector(::details-content)")) all("details:not([open]):not(.note)", function (folded) {
      folded.open = true;
      folded.setAttribute("data-folded", "");
    });
  });
  addEventListener("afterprint", function () {
    document.body.removeAttribute("data-on-paper");
    all(".on-paper", function (words) { words.parentNode.removeChild(words); });
    all("[data-folded]", function (folded) {
      folded.open = false;
      folded.removeAttribute("data-folded");
    });
  });

  addEventListener("error", function (event) { fatal(event.error); });
  addEventListener("unhandledrejection", function (event) { fatal(event.reason); });

  if (window.top !== window.self) {
    say("Open Waymark in its own tab", "This page is shown inside another page, where what you type could be seen or covered. Open its address in a tab of its own.", false);
    return;
  }
  if (typeof WebAssembly !== "object") {
    cannotRun();
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

  // The bytes of a wasm file. Some hosts answer with a page of theirs for what
  // they do not have: that is a file that did not arrive, too.
  function wasmOf(answer) {
    return answer.arrayBuffer().then(function (bytes) {
      var is = answer.ok && String.fromCharCode.apply(null, new Uint8Array(bytes.slice(0, 4))) === "\0asm";
      if (is) return bytes;
      var error = new Error("The host has another answer than the file: " + answer.status);
      error.isAnswer = true;
      error.isGone = answer.ok || answer.status === 404 || answer.status === 410;
      throw error;
    });
  }
  function fetchWasm(address, how) {
    function fetchPlain() { return fetch(address, how).then(wasmOf); }
    if (!packed) return fetchPlain();
    return fetch(address + ".packed", how).then(function (answer) {
      if (!answer.ok) throw new Error("No packed file");
      return wasmOf(new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))));
    }).catch(fetchPlain);
  }

  // Where the files of the program come from: beside this one, or, in the
  // edition of one file, what stands in the page before this script.
  var first = script.getAttribute("data-wasm");
  var files = window.waymarkFiles || {
    program: function () {
      return import(new URL(script.getAttribute("data-program"), document.baseURI).href);
    },
    // As it is where the browser may compile it while it arrives.
    first: function () {
      if (packed) return fetchWasm(first);
      return fetch(first).then(function (answer) {
        return answer.ok && answer.headers.get("content-type") === "application/wasm" ? answer : wasmOf(answer);
      });
    },
    part: function (name, how) { return fetchWasm("./" + name, how); }
  };

  // What the host of this site adds: asked for beside the program, and waited for
  // by what shows the framework, though not for long. In its place stands what
  // somebody tries out in this browser.
  var pack = { from: "", text: "" };
  function askForPack() {
    var tried = null;
    try { tried = localStorage.getItem(storagePrefix() + "local-trial"); } catch (blocked) { /* nothing is tried */ }
    if (tried !== null) return Promise.resolve(["trial", tried]);
    if (files.pack) return Promise.resolve(["file", files.pack()]);
    var asked = fetch("local.json", { cache: "no-cache" }).then(function (answer) {
      return answer.ok ? answer.text() : "";
    }, function () { return ""; });
    var late = new Promise(function (done) { setTimeout(done, 4000, ""); });
    return Promise.race([asked, late]).then(function (text) { return ["host", text]; });
  }
  var packIsHere = askForPack().then(function (got) {
    // As it is shipped there is nothing in it.
    if (/^\s*(\{\s*\})?\s*$/.test(got[1])) return;
    pack.from = got[0];
    pack.text = got[1];
  });

  // The splitter's loader calls these; what it does not get it may ask for again.
  // A browser may have kept what was wrong, so it is told not to look there.
  var spoilt = {}, gone = {}, asked = [];
  window.waymark = {
    // Whether the host answered, but not with a part that it was asked for: most
    // likely it has another release by now. Then only loading the page helps.
    partIsGone: function () { return Object.keys(gone).length > 0; },
    packFrom: function () { return pack.from; },
    packText: function () { return pack.text; },
    fetchPart: function (name) {
      var part = files.part(name, spoilt[name] ? { cache: "reload" } : {}).then(function (bytes) {
        delete gone[name];
        var got = { name: name, bytes: bytes };
        return /^part-session/.test(name) ? packIsHere.then(function () { return got; }) : got;
      }, function (error) {
        spoilt[name] = true;
        if (error.isGone) gone[name] = true;
        else delete gone[name];
        var missed = new Error(name + " did not arrive: " + error.message);
        missed.isCut = !error.isAnswer;
        throw missed;
      });
      asked.push(part.catch(function () {}));
      return part;
    },
    // For whoever hosts it: which part, and why. The browser itself says what
    // it could not reach, and a page that is left cuts off what it was fetching.
    partFailed: function (error) {
      if (!error.isCut) console.error(error);
    },
    joinPart: function (part, imports) {
      var joined = part.then(function (got) {
        return WebAssembly.instantiate(got.bytes, imports).catch(function (error) {
          spoilt[got.name] = true;
          throw error;
        });
      });
      asked.push(joined.catch(function () {}));
      return joined;
    }
  };

  // Calls once nothing that was asked for is still on its way, and all of it
  // runs: the session must hear of a newer release, and what is still being
  // fetched would be fetched a second time for the copy.
  function whenQuiet(then) {
    var count = asked.length;
    Promise.all(asked).then(function () {
      // What has arrived may ask for more once it is drawn.
      setTimeout(function () {
        if (count && asked.length === count) then();
        else whenQuiet(then);
      }, 100);
    });
  }

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
      function look() { kept.update().catch(function () {}); }
      // A browser looks of its own accord, but may put that off for minutes where
      // a page was left while it was still being served.
      if (kept.active) look();
      // A tab may stay open for weeks.
      addEventListener("visibilitychange", function () {
        if (!document.hidden) look();
      });
    }).catch(function () { /* the app works without; it is only not kept */ });
  }

  // The program did not arrive. Whoever hosts it hears what only they can mend.
  function sayWhyNoProgram() {
    var address = script.getAttribute("data-program");
    if (!address) return didNotArrive();
    fetch(address).then(function (answer) {
      var type = (answer.headers.get("content-type") || "nothing").split(";")[0];
      if (!answer.ok || /javascript|ecmascript|html/.test(type)) return didNotArrive();
      say("Waymark could not load", "The site it is on sends it in a way that browsers refuse. Tell whoever looks after the site: files whose names end in .js must be sent as text/javascript, and are sent as " + type + ".", true);
    }).catch(didNotArrive);
  }

  function sayWhyNotRunning(error) {
    if (error instanceof WebAssembly.RuntimeError) fatal(error);
    else if (!(error instanceof WebAssembly.CompileError)) didNotArrive();
    else if (!first) cannotRun();
    // It came as a program: is it one?
    else fetchWasm(first, { cache: "reload" }).then(cannotRun, didNotArrive);
  }

  function isRunning() {
    var slow = document.getElementById("slow");
    if (slow) slow.parentNode.removeChild(slow);
    // After everything that the page itself needs.
    function keep() { whenQuiet(keepForOffline); }
    if (document.readyState === "complete") keep();
    else addEventListener("load", keep);
  }

  var wasm = files.first();
  // A failure is met where it is waited for.
  wasm.catch(function () {});
  files.program().then(function (program) {
    // Its `main` puts the app into the page.
    program.default({ module_or_path: wasm }).then(isRunning, sayWhyNotRunning);
  }, sayWhyNoProgram);
})();
