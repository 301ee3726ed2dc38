// Letters of segments follow their order: when an edit moves those of others, that is said in passing.
#pragma once

namespace canvasbook {

class App;

// Called once a frame.
void tell_moved_letters(App& app);

}  // namespace canvasbook
