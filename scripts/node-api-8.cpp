// Builds better-sqlite3 for Node-API 8: references to strings exist only from Node-API 10 on, so here they keep the text itself.

#include <napi.h>
#include <string>

namespace Napi {
template <>
class Reference<String> {
 public:
  static Reference New(const String& value, uint32_t = 0) { return Reference(value); }
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;
  String Value() const { return String::New(env_, text_); }

 private:
  explicit Reference(const String& value) : env_(value.Env()), text_(value.Utf8Value()) {}
  napi_env env_ = nullptr;
  std::string text_;
};
}  // namespace Napi

#include "better_sqlite3.cpp"
