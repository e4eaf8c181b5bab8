//! Ways to a code without the phone's own camera app.

use demitasse_tests::{OpenBar, Phone, Scripts, photograph};

#[tokio::test(flavor = "multi_thread")]
async fn a_camera_in_the_page_finds_the_code() {
    let bar = OpenBar::with_drinks(10).await;
    let code = bar.staff().window().await.url;
    let mut phone = Phone::new(Scripts::On).await;
    phone.sees_code(&code).await;
    phone.open(&bar.home()).await;

    phone.tap("Scan the code here").await;

    phone.is_headed("What may it be?").await;
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_leads_elsewhere_is_not_followed() {
    let bar = OpenBar::with_drinks(10).await;
    let mut phone = Phone::new(Scripts::On).await;
    phone.sees_code("https://elsewhere.example/win").await;
    phone.open(&bar.home()).await;

    phone.tap("Scan the code here").await;
    phone.says("Stop the camera").await;
    phone.tap("Stop the camera").await;

    phone.says("Scan the code here").await;
    assert_eq!(phone.address().await, bar.home());
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_of_the_code_is_shrunk_on_the_phone_and_read_by_the_bar() {
    let bar = OpenBar::with_drinks(10).await;
    let code = bar.staff().window().await.url;
    let picture = bar.data().join("photo.png");
    photograph(&code, &picture);
    let taken = picture.metadata().expect("it was taken").len();
    let mut phone = Phone::new(Scripts::On).await;
    phone.open(&bar.home()).await;

    phone.take_picture("Take a picture of the code", &picture).await;

    phone.is_headed("What may it be?").await;
    let sent = phone.sent().await;
    assert!((1..300_000).contains(&sent), "{sent} bytes were sent of {taken}");
    phone.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_a_picture_is_sent_as_it_was_taken() {
    let bar = OpenBar::with_drinks(10).await;
    let code = bar.staff().window().await.url;
    let picture = bar.data().join("photo.png");
    photograph(&code, &picture);
    let mut phone = Phone::new(Scripts::Off).await;
    phone.open(&bar.home()).await;

    phone.take_picture("Take a picture of the code", &picture).await;
    phone.tap("Read the picture").await;

    phone.is_headed("What may it be?").await;
    phone.close().await;
}
