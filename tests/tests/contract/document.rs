//! The API's document is generated from the code, and true.

use std::collections::BTreeSet;

use demitasse_shared::api::route;
use demitasse_shared::error::RefusalCode;
use demitasse_tests::{Bar, source};
use serde_json::Value;

use crate::wire::{Asked, Wire, open_bar};

pub(crate) async fn read(bar: &Bar) -> Value {
    Wire::to(bar).json(&Asked::new("GET", route::OPENAPI, &None)).await
}

/// Every documented method and path.
pub(crate) fn routes(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().expect("paths");
    let routes = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().expect("methods").keys();
        methods.map(move |method| (method.to_ascii_uppercase(), path.clone()))
    });
    routes.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_lists_exactly_the_methods_that_each_path_has() {
    let bar = open_bar().await;
    let documented = routes(&read(&bar).await);
    let wire = Wire::to(&bar);
    for path in documented.iter().map(|(_, path)| path).collect::<BTreeSet<_>>() {
        let real = path.replace("{id}", "1");
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            let documented = documented.contains(&(method.to_owned(), path.clone()));
            let status = wire.send(&Asked::new(method, &real, &None)).await.status().as_u16();
            assert_eq!(!matches!(status, 404 | 405), documented, "{method} {path}: {status}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_knows_every_path_that_the_vocabulary_knows() {
    let documented = routes(&read(&open_bar().await).await);
    let vocabulary = source::read("shared/src/api.rs");
    let known = vocabulary.lines().filter_map(|line| {
        let path = line.trim().strip_prefix("pub const ")?.split_once(": &str = \"")?.1;
        path.strip_suffix("\";").filter(|path| path.starts_with('/')).map(str::to_owned)
    });
    let mut known: BTreeSet<String> = known.collect();
    assert!(known.remove(route::OPENAPI), "the document does not list itself");
    assert!(known.remove(route::AUTHORITY), "nor what browsers take as a file");
    let paths: BTreeSet<String> = documented.into_iter().map(|(_, path)| path).collect();
    assert_eq!(paths, known);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_names_what_can_be_asked_beside_the_path() {
    let document = read(&open_bar().await).await;
    for (method, path, asked) in [
        ("get", route::JOURNAL, &["query after", "query before", "query limit"][..]),
        ("get", route::REPORT, &["query day"]),
        ("get", route::REPORT_ORDERS, &["query day", "query after"]),
        ("get", route::ORDERS, &["query state", "query limit"]),
        ("post", route::ORDERS, &["header Idempotency-Key"]),
    ] {
        let parameters = document["paths"][path][method]["parameters"].as_array().expect("a list");
        let text = |parameter: &Value, field| parameter[field].as_str().expect("text").to_owned();
        let named = parameters.iter().map(|one| text(one, "in") + " " + &text(one, "name"));
        assert_eq!(named.collect::<Vec<_>>(), asked, "{method} {path}");
        for parameter in parameters {
            assert!(text(parameter, "description").ends_with('.'), "{parameter}");
            assert_eq!(parameter["required"], false, "{parameter}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_refers_only_to_what_it_holds() {
    let document = read(&open_bar().await).await;
    let text = document.to_string();
    let references = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next());
    let references: BTreeSet<_> = references.collect();
    assert!(!references.is_empty());
    for reference in references {
        assert!(document.pointer(reference).is_some(), "{reference} is nowhere");
    }
}

/// Found by schemathesis: the codes stood in it by their names in the code, and refusals as plain JSON.
#[tokio::test(flavor = "multi_thread")]
async fn it_names_refusals_as_they_travel() {
    let document = read(&open_bar().await).await;
    let codes = document["components"]["schemas"]["RefusalCode"]["enum"].as_array().expect("codes");
    let codes: Vec<_> = codes.iter().filter_map(Value::as_str).collect();
    let travel: Vec<_> = RefusalCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes, travel);
    let paths = document["paths"].as_object().expect("paths").values();
    let operations = paths.flat_map(|methods| methods.as_object().expect("methods").values());
    let refusals = operations.filter_map(|operation| operation["responses"].get("4XX"));
    let kinds = refusals.map(|refused| refused["content"].as_object().expect("content").keys());
    let kinds: BTreeSet<_> = kinds.flatten().collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["application/problem+json"]);
}
