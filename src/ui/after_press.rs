//! What waits for a press to be over.

use crate::platform::press;

/// Calls once nothing is pressed. What moves the page while something is takes
/// the click from what was pressed.
pub fn after_press(call: impl FnOnce() + 'static) {
    press::watch();
    press::after(call);
}
