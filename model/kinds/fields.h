// How the kinds describe what they hold, once, for everything that goes through it: reading and writing files, fresh
// ids, counting words, searching. Each kind has for each of its structs a template
//
//   template <class Visitor, OneOf<Answer> Value>
//   void describe(Visitor& visitor, Value& answer)
//
// that calls on the visitor, in the order of the file:
//
//   id(key, std::string&)          the item's own id
//   link(key, std::string&)        the id of another item, or empty
//   text(key, std::string&)        what the author wrote, one paragraph
//   markdown(key, std::string&)    what the author wrote, as Markdown
//   code(key, std::string&)        a word of the format, such as a role, an id of local_id, or what only the program
//   compares local_id(key, std::string&)    the id of something that only its own section names: unique in its list
//   number(key, int&, fallback, least, most)
//   decimal(key, double&, fallback, least, most)      of whole tenths
//   flag(key, bool&)
//   choice(key, Enum&, names)      `names`: std::span of the values' names, in their order; the first is the fallback
//   texts(key, std::vector<std::string>&)
//   cells(key, std::map<std::string, std::string>&)   text by the id of a column
//   list(key, std::vector<T>&)     of structs that are described too, each with an id
//   local_list(key, std::vector<T>&)   the same of those with a local_id
//   unknown(UnknownFields&)        what a newer version wrote
#pragma once

#include <concepts>
#include <type_traits>

namespace canvasbook {

// T or const T: a description serves reading and changing alike.
template <class Value, class T>
concept OneOf = std::same_as<std::remove_const_t<Value>, T>;

}  // namespace canvasbook
