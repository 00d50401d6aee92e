// The memory of tensors on the CPU: kept for the next network, counted, and capped.
#include "shim.h"

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <stdexcept>

namespace {

// Before each block stands its size; the tensor's data keep the alignment that vector code wants.
constexpr size_t header = 64;

// From this size on a block is mapped by itself, in huge pages, and kept when it is freed. libtorch would return it to
// the system and pay for every page again, which costs as much as the arithmetic.
constexpr size_t large = size_t(1) << 20;

// Eight sizes between two powers of two: at most an eighth of a block is unused.
size_t rounded(size_t bytes)
{
    size_t power = large;
    while (power * 2 <= bytes)
        power *= 2;
    const size_t step = power / 8;
    return (bytes + step - 1) / step * step;
}

class Memory final : public c10::Allocator {
public:
    // libtorch 2.3 dropped the const; one of the two overrides.
    c10::DataPtr allocate(size_t bytes) const { return made(bytes); }
    c10::DataPtr allocate(size_t bytes) { return made(bytes); }
    c10::DeleterFnPtr raw_deleter() const override { return &release; }
    void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }

    static void figures(int64_t* live, int64_t* peak, int64_t* kept)
    {
        std::lock_guard<std::mutex> lock(mutex());
        *live = static_cast<int64_t>(state().live);
        *peak = static_cast<int64_t>(state().peak);
        *kept = static_cast<int64_t>(state().kept);
    }

    static void reset_peak()
    {
        std::lock_guard<std::mutex> lock(mutex());
        state().peak = state().live;
    }

    static void cap(int64_t bytes)
    {
        std::lock_guard<std::mutex> lock(mutex());
        state().cap = bytes <= 0 ? SIZE_MAX : static_cast<size_t>(bytes);
        drop_kept_for(0);
    }

private:
    struct State {
        size_t live = 0;
        size_t peak = 0;
        size_t kept = 0;
        size_t cap = SIZE_MAX;
        std::multimap<size_t, void*> blocks; // freed and kept, by size
    };

    static State& state()
    {
        static State* const instance = new State;
        return *instance;
    }

    static std::mutex& mutex()
    {
        static std::mutex* const instance = new std::mutex;
        return *instance;
    }

    static c10::DataPtr made(size_t bytes)
    {
        void* data = bytes == 0 ? nullptr : taken(bytes);
        return {data, data, &release, at::Device(at::DeviceType::CPU)};
    }

    static void* taken(size_t bytes)
    {
        if (bytes > SIZE_MAX / 4)
            throw std::runtime_error("a tensor of " + std::to_string(bytes) + " bytes");
        size_t size = bytes + header;
        const bool is_large = size >= large;
        if (is_large)
            size = rounded(size);
        void* block = nullptr;
        {
            std::lock_guard<std::mutex> lock(mutex());
            auto& s = state();
            if (is_large) {
                const auto found = s.blocks.lower_bound(size);
                if (found != s.blocks.end() && found->first <= size + size / 4) {
                    size = found->first;
                    block = found->second;
                    s.blocks.erase(found);
                    s.kept -= size;
                }
            }
            if (block == nullptr && !drop_kept_for(size))
                throw std::runtime_error("memory cap reached: " + std::to_string(s.live) + " bytes in use, "
                    + std::to_string(size) + " more asked for, " + std::to_string(s.cap) + " allowed");
            s.live += size;
            s.peak = std::max(s.peak, s.live);
        }
        if (block == nullptr)
            block = is_large ? mapped(size) : std::aligned_alloc(header, (size + header - 1) / header * header);
        if (block == nullptr) {
            std::lock_guard<std::mutex> lock(mutex());
            state().live -= size;
            throw std::runtime_error("the system has no " + std::to_string(size) + " bytes of memory left");
        }
        *static_cast<size_t*>(block) = size;
        return static_cast<char*>(block) + header;
    }

    static void* mapped(size_t size)
    {
        void* block = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (block == MAP_FAILED)
            return nullptr;
#if defined(MADV_HUGEPAGE)
        madvise(block, size, MADV_HUGEPAGE);
#endif
        return block;
    }

    static void release(void* data)
    {
        if (data == nullptr)
            return;
        void* block = static_cast<char*>(data) - header;
        const size_t size = *static_cast<size_t*>(block);
        std::lock_guard<std::mutex> lock(mutex());
        auto& s = state();
        s.live -= size;
        if (size < large) {
            std::free(block);
        } else {
            s.kept += size;
            s.blocks.emplace(size, block);
        }
    }

    // Whether so many bytes more fit under the cap, after giving back kept blocks, the largest first. Under the lock.
    static bool drop_kept_for(size_t bytes)
    {
        auto& s = state();
        while (s.live + s.kept + bytes > s.cap && !s.blocks.empty()) {
            const auto last = std::prev(s.blocks.end());
            munmap(last->second, last->first);
            s.kept -= last->first;
            s.blocks.erase(last);
        }
        return s.live + bytes <= s.cap;
    }
};

__attribute__((constructor)) void use_memory()
{
    static Memory* const memory = new Memory;
    c10::SetCPUAllocator(memory, /*priority=*/1);
}

} // namespace

int zct_memory(int64_t* live, int64_t* peak, int64_t* kept) { ZCT_GUARD(Memory::figures(live, peak, kept)); }
int zct_reset_peak_memory(void) { ZCT_GUARD(Memory::reset_peak()); }
int zct_cap_memory(int64_t bytes) { ZCT_GUARD(Memory::cap(bytes)); }
