//! The answer to a keystroke, over all resources.

use criterion::{Criterion, criterion_group, criterion_main};
use waymark::app::resource_search::{Filter, Index, Query};
use waymark::domain::framework::bundled;

fn resource_search(c: &mut Criterion) {
    let framework = bundled();
    let index = Index::new(framework);
    let words = |words: &str| Query {
        words: words.to_owned(),
        ..Query::default()
    };
    let mut narrowed = words("learning skills");
    narrowed.chosen[Filter::HelpsWith as usize] = Some(0);

    let mut group = c.benchmark_group("resource search");
    group.bench_function("prepare the index", |b| b.iter(|| Index::new(framework)));
    for (name, query) in [
        ("nothing asked, all found", Query::default()),
        ("one letter", words("e")),
        ("a word", words("dementia")),
        ("two words and a filter", narrowed),
        ("a word nobody wrote", words("xylophone")),
    ] {
        group.bench_function(name, |b| b.iter(|| index.find(&query)));
    }
    group.finish();
}

criterion_group!(benches, resource_search);
criterion_main!(benches);
