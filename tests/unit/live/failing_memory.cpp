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

void* operator new(std::size_t size) {
    if (refuses()) throw std::bad_alloc();
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return ::operator new(size); }
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
