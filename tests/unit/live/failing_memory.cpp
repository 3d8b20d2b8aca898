#include "unit/live/failing_memory.hpp"

#include <cstdlib>
#include <new>

/// This test program's own `new`: malloc, and now and then std::bad_alloc.
namespace {

enum class mood { good, fails_once, fails_from_then_on };

thread_local mood now = mood::good;
thread_local int left = 0;

bool refuses() {
    if (now == mood::good || left-- > 0) return false;
    return now == mood::fails_from_then_on || left == -1;
}

}  // namespace

// All forms without alignment: those that are left out would come from a sanitizer, which wants its memory back.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return refuses() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t& none) noexcept { return ::operator new(size, none); }
void* operator new(std::size_t size) {
    if (void* memory = ::operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return ::operator new(size); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace klartext::live::testing {

failing_memory::failing_memory(int good, failure how) {
    left = good;
    now = how == failure::once ? mood::fails_once : mood::fails_from_then_on;
}
failing_memory::~failing_memory() { now = mood::good; }
bool failing_memory::has_failed() { return left < 0; }

}  // namespace klartext::live::testing
