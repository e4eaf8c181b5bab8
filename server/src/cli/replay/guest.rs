//! A guest of the replay: signs in, scans, chooses, waits, fetches.

use std::time::Duration;

use demitasse_shared::api::Submit;
use demitasse_shared::board::Board;
use demitasse_shared::client::Client;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::{DrinkId, OrderId};
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_shared::shop::{Face, ShopState};
use tokio::time::{Instant, timeout_at};

use super::connect::{Bar, Ticket};
use super::draw::{Draw, Stream};
use super::line::{Answer, Trouble, insist, persist};
use super::order_choice::{Translation, choose};
use super::recording::Visit;

/// How long a guest needs to see that a code is back, and to lift the phone.
const SHORTEST_GLANCE: Duration = Duration::from_secs(1);

/// See [`SHORTEST_GLANCE`].
const LONGEST_GLANCE: Duration = Duration::from_secs(5);

/// How long a guest needs to come and fetch a drink that is ready.
const SHORTEST_WALK: Duration = Duration::from_secs(5);

/// See [`SHORTEST_WALK`].
const LONGEST_WALK: Duration = Duration::from_secs(30);

/// How many drinks that have just run out a guest asks for before giving up.
const CHOICES: u32 = 3;

/// What became of a guest.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Never got a place, for this reason.
    TurnedAway(RefusalCode),
    /// Had a place; the order has come to this end.
    Left(Box<Order>),
}

/// One guest with a phone.
#[derive(Debug)]
pub(super) struct Guest {
    visit: Visit,
    wanted: Option<DrinkId>,
    bar: Bar,
    draw: Draw,
}

impl Guest {
    pub(super) fn new(visit: Visit, bar: Bar, seed: u64, translation: &Translation) -> Self {
        let draw = Draw::new(seed, Stream::Guest(visit.order));
        Self { wanted: translation.drink(&visit), visit, bar, draw }
    }

    /// The whole visit, from the door to the end of the order.
    pub(super) async fn visit(mut self) -> Result<Outcome, Trouble> {
        self.bar.pace.until(self.visit.arrives).await;
        let name = format!("Guest {}", self.visit.order);
        let phone = match persist(|| self.bar.phone.sign_in(&name)).await? {
            Ok(phone) => phone,
            Err(no) => return Ok(Outcome::TurnedAway(no.code)),
        };
        let order = match self.redeem(&phone).await? {
            Ok(order) => order,
            Err(code) => return Ok(Outcome::TurnedAway(code)),
        };
        let ticket = Ticket { making: self.visit.making, cancels: self.visit.cancels };
        self.bar.tickets.put(order, ticket);
        self.bar.pace.pause(self.visit.choosing).await;
        self.order(&phone, order).await?;
        Ok(Outcome::Left(Box::new(self.wait(&phone, order).await?)))
    }

    /// Scans the code on the monitor, again with the next one where that may help, for as long as
    /// patience lasts.
    async fn redeem(&mut self, phone: &Client) -> Result<Result<OrderId, RefusalCode>, Trouble> {
        let patience_ends = self.bar.pace.deadline(self.bar.patience);
        loop {
            let (code, no) = match self.bar.monitor.until(|board| Some(on_show(board))).await? {
                Err(no) => (None, no),
                Ok(code) => match scanned(persist(|| phone.redeem(&code)).await?) {
                    Ok(order) => return Ok(Ok(order)),
                    Err(no) => (Some(code), no),
                },
            };
            if !may_pass(no) || !self.next_code(code.as_deref(), no, patience_ends).await? {
                return Ok(Err(no));
            }
        }
    }

    /// Watches the monitor for a code that is worth a scan. False once patience is over.
    async fn next_code(
        &mut self,
        tried: Option<&str>,
        no: RefusalCode,
        patience_ends: Instant,
    ) -> Result<bool, Trouble> {
        let stale = matches!(no, RefusalCode::OldCode | RefusalCode::WrongCode);
        let comes = self.bar.monitor.until(|board| {
            let code = on_show(board).ok()?;
            let fresh = !stale || Some(code.as_str()) != tried;
            (fresh && board.face() == Face::Open).then_some(())
        });
        let glance = self.draw.between(SHORTEST_GLANCE, LONGEST_GLANCE);
        let scan_again = async {
            comes.await?;
            self.bar.pace.pause(glance).await;
            Ok(())
        };
        match timeout_at(patience_ends, scan_again).await {
            Ok(came) => came.map(|()| true),
            Err(_patience_is_over) => Ok(false),
        }
    }

    /// Chooses and submits; chooses anew where the drink has just run out. Whoever finds nothing
    /// gives the place back.
    async fn order(&mut self, phone: &Client, order: OrderId) -> Result<(), Trouble> {
        let mut menu = self.bar.menu.clone();
        for _ in 0..CHOICES {
            let Some(submit) = choose(self.wanted.as_ref(), &menu, &mut self.draw) else { break };
            match submit_to(phone, order, &submit).await? {
                Ok(_submitted) => return Ok(()),
                Err(no) if !another_choice_helps(no.code) => return Ok(()),
                Err(_run_out) => menu = insist("the menu", || phone.menu()).await?.into(),
            }
        }
        persist(|| phone.step(order, Step::Cancel, None)).await.map(drop)
    }

    /// Follows the order on the monitor until it has ended, and fetches the drink.
    async fn wait(&mut self, phone: &Client, order: OrderId) -> Result<Order, Trouble> {
        if self.visit.cancels {
            // Too late where a barista has begun; that barista then cancels it.
            self.bar.pace.pause(self.visit.making).await;
            persist(|| phone.step(order, Step::Cancel, None)).await?.ok();
        }
        loop {
            let shown = |board: &Board| Some(board.order(order).map(|order| order.state));
            let ended = match self.bar.monitor.until(shown).await? {
                Some(OrderState::Ready) => self.fetch(order).await?,
                Some(_) => None,
                // Not shown any more, or not yet: the phone knows.
                None => Some(insist("the order", || phone.order(order)).await?),
            };
            match ended {
                Some(order) if has_ended(order.state) => return Ok(order),
                _ => self.bar.monitor.changed().await?,
            }
        }
    }

    /// Walks to the counter and takes the drink; nothing where the barista took it back first.
    async fn fetch(&mut self, order: OrderId) -> Result<Option<Order>, Trouble> {
        let walk = self.draw.between(SHORTEST_WALK, LONGEST_WALK);
        self.bar.pace.pause(walk).await;
        Ok(persist(|| self.bar.counter.step(order, Step::Collect, None)).await?.ok())
    }
}

async fn submit_to(
    phone: &Client,
    order: OrderId,
    submit: &Submit,
) -> Result<Answer<Order>, Trouble> {
    persist(|| phone.submit(order, submit)).await
}

/// The code that the monitor shows, or why it shows none.
fn on_show(board: &Board) -> Result<String, RefusalCode> {
    match (board.shop.state, &board.window) {
        (ShopState::Closed, _) => Err(RefusalCode::ShopClosed),
        (ShopState::Paused, _) => Err(RefusalCode::ShopPaused),
        (ShopState::Open, Some(window)) => Ok(window.code.clone()),
        (ShopState::Open, None) => Err(RefusalCode::SoldOut),
    }
}

/// The place that a scan gave. A guest whose first scan was taken, and its answer lost with the
/// line, hears of the open order at the next code: that is the place.
fn scanned(answer: Answer<Order>) -> Result<OrderId, RefusalCode> {
    answer.map(|order| order.id).or_else(|no| match *no {
        Problem { code: RefusalCode::HasOpenOrder, order: Some(order), .. } => Ok(order),
        no => Err(no.code),
    })
}

/// Whether a guest who hears this waits for the next code.
fn may_pass(no: RefusalCode) -> bool {
    matches!(
        no,
        RefusalCode::SoldOut
            | RefusalCode::BarFull
            | RefusalCode::OldCode
            | RefusalCode::WrongCode
            | RefusalCode::ShopPaused
    )
}

fn another_choice_helps(no: RefusalCode) -> bool {
    matches!(
        no,
        RefusalCode::DrinkSoldOut
            | RefusalCode::UnknownDrink
            | RefusalCode::UnknownOption
            | RefusalCode::MissingOption
            | RefusalCode::DuplicateOption
    )
}

fn has_ended(state: OrderState) -> bool {
    !state.is_on_board()
}
