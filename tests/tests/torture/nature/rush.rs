//! A rush of guests, and what each of them was told.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::error::Problem;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Step};
use demitasse_tests::{Staff, flat_white};
use tokio::task::JoinSet;

/// Queues of guests, who come one after the other in each.
const QUEUES: u32 = 8;

/// Guests in each queue: more than there is room for.
const QUEUE: u32 = 400;

/// So often a queue hears no before it goes home.
const PATIENCE: usize = 3;

/// The last that each guest was told, by order.
type Told = BTreeMap<OrderId, (Client, Order)>;

/// A rush.
#[derive(Clone, Debug)]
pub(super) struct Rush {
    nobody: Client,
    barista: Client,
    code: String,
    told: Arc<Mutex<Told>>,
}

/// Somebody who was refused, and what they came for.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) problem: Problem,
    wish: Wish,
}

/// What somebody wants next.
#[derive(Clone, Debug)]
enum Wish {
    SignIn(String),
    Place(Client),
    Drink(Client, OrderId),
    Step(OrderId, Step),
}

impl Rush {
    /// A rush on the code that shows now.
    pub(super) async fn at(staff: &Staff) -> Self {
        let code = staff.window().await.code;
        let (nobody, barista) = (staff.nobody(), staff.barista("Rui").await);
        Self { nobody, barista, code, told: Arc::default() }
    }

    /// The same people, where the server has been started anew at the same address.
    pub(super) fn meets(self, staff: &Staff) -> Self {
        Self { nobody: staff.nobody(), ..self }
    }

    /// Guests come from all sides, until each side has heard no a few times.
    pub(super) async fn goes_on(&self) -> Vec<Refused> {
        let mut queues = JoinSet::new();
        for queue in 1..=QUEUES {
            let rush = self.clone();
            queues.spawn(async move { rush.queue(queue).await });
        }
        queues.join_all().await.into_iter().flatten().collect()
    }

    async fn queue(&self, queue: u32) -> Vec<Refused> {
        let mut refused = Vec::new();
        for guest in 1..=QUEUE {
            refused.extend(self.visit(Wish::SignIn(format!("Guest {queue}.{guest}"))).await.err());
            if refused.len() == PATIENCE {
                return refused;
            }
        }
        panic!("the whole queue was served, and {} refused", refused.len())
    }

    /// Goes on with what somebody wants until it is done, or refused. Every third drink is made.
    async fn visit(&self, first: Wish) -> Result<(), Refused> {
        let mut next = Some(first);
        while let Some(wish) = next {
            let answer = self.asks(&wish).await;
            next = answer.map_err(|problem| Refused { problem, wish })?;
        }
        Ok(())
    }

    /// Asks for one thing, notes the answer, and says what comes next.
    async fn asks(&self, wish: &Wish) -> Result<Option<Wish>, Problem> {
        Ok(match wish {
            Wish::SignIn(name) => Some(Wish::Place(told(self.nobody.sign_in(name).await)?)),
            Wish::Place(guest) => {
                let place = told(guest.redeem(&self.code).await)?;
                let id = place.id;
                self.told().insert(id, (guest.clone(), place));
                Some(Wish::Drink(guest.clone(), id))
            }
            Wish::Drink(guest, id) => {
                let order = told(guest.submit(*id, &flat_white()).await)?;
                let is_made = order.number.is_some_and(|number| number % 3 == 0);
                self.note(order);
                is_made.then_some(Wish::Step(*id, Step::Make))
            }
            Wish::Step(id, step) => {
                self.note(told(self.barista.step(*id, *step, None).await)?);
                (*step == Step::Make).then_some(Wish::Step(*id, Step::Complete))
            }
        })
    }

    fn note(&self, order: Order) {
        let id = order.id;
        self.told().get_mut(&id).expect("who has a drink had a place").1 = order;
    }

    /// Every order is as its people were told last, each asked for by its own guest.
    pub(super) async fn is_kept(&self) {
        let told: Vec<_> = self.told().values().cloned().collect();
        assert!(!told.is_empty(), "somebody was served");
        for (guest, told) in told {
            let found = guest.order(told.id).await.expect("what was acknowledged is there");
            assert_eq!((found.state, found.number), (told.state, told.number), "{told:?}");
            assert_eq!(found.chosen, told.chosen);
        }
    }

    /// Somebody who was refused wants it again, and has it.
    pub(super) async fn is_tried_again(&self, refused: Refused) {
        let wish = refused.wish.clone();
        if let Err(again) = self.visit(wish).await {
            panic!("{refused:?}, and refused again: {again:?}");
        }
    }

    /// Who was refused took no number along.
    pub(super) fn has_numbers_without_a_gap(&self) {
        let told = self.told();
        let mut numbers: Vec<_> = told.values().filter_map(|(_, order)| order.number).collect();
        numbers.sort_unstable();
        let last = u32::try_from(told.len()).expect("they were counted by hand");
        assert!(numbers.iter().copied().eq(1..=last), "{numbers:?}");
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().expect("no panic")
    }
}

impl Refused {
    /// What was refused has left nothing behind that the guest would find.
    pub(super) async fn did_not_happen(&self) {
        match &self.wish {
            Wish::SignIn(_) | Wish::Step(..) => {}
            Wish::Place(guest) => {
                let orders = guest.orders().await.expect("they are signed in");
                assert_eq!(orders.orders, [], "{self:?}");
            }
            Wish::Drink(guest, id) => {
                let order = guest.order(*id).await.expect("they have a place");
                assert_eq!((order.state, order.number), (OrderState::Reserved, None), "{self:?}");
            }
        }
    }
}

/// An answer, or what the bar refused it with. The line itself never fails here.
fn told<T>(answer: Result<T, ClientError>) -> Result<T, Problem> {
    answer.map_err(|error| match error {
        ClientError::Refused(problem) => *problem,
        other => panic!("no answer: {other:?}"),
    })
}
