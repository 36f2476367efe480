// Windows: registry for the processor, kernel32 for memory and battery, DXGI for graphics (its memory is 64 bits wide, WMI's is not).
#include "models/qt/hardwarefacts.h"

#ifdef Q_OS_WIN

#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>

#include <dxgi.h>

#include <array>

namespace rightrig {

namespace {

std::string cpuName()
{
    std::array<wchar_t, 256> text{};
    DWORD bytes = static_cast<DWORD>(text.size() * sizeof(wchar_t));
    const LSTATUS status = RegGetValueW(HKEY_LOCAL_MACHINE, L"HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0", L"ProcessorNameString",
        RRF_RT_REG_SZ, nullptr, text.data(), &bytes);
    return status == ERROR_SUCCESS ? QString::fromWCharArray(text.data()).trimmed().toStdString() : std::string();
}

std::optional<Gib> totalRam()
{
    constexpr double kibPerGib = 1024.0 * 1024.0;
    ULONGLONG installed = 0; // what the label says, unlike what is left for programs
    if (GetPhysicallyInstalledSystemMemory(&installed) != 0 && installed > 0)
        return Gib{static_cast<double>(installed) / kibPerGib};
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof(status);
    if (GlobalMemoryStatusEx(&status) == 0)
        return std::nullopt;
    return Gib{static_cast<double>(status.ullTotalPhys) / bytesPerGib};
}

std::optional<FormFactor> form()
{
    constexpr BYTE noBattery = 128, unknown = 255;
    SYSTEM_POWER_STATUS power{};
    if (GetSystemPowerStatus(&power) == 0 || power.BatteryFlag == unknown)
        return std::nullopt;
    return (power.BatteryFlag & noBattery) != 0 ? FormFactor::Desktop : FormFactor::Laptop;
}

/// Releases a COM object at the end of its scope.
template <class T> struct Released
{
    T* object = nullptr;
    Released() = default;
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;
    ~Released()
    {
        if (object != nullptr)
            object->Release();
    }
};

bool isMaker(UINT vendor) { return vendor == 0x10de || vendor == 0x1002 || vendor == 0x8086 || vendor == 0x5143; }

std::vector<GraphicsChip> graphicsChips()
{
    std::vector<GraphicsChip> chips;
    Released<IDXGIFactory1> factory;
    if (FAILED(CreateDXGIFactory1(__uuidof(IDXGIFactory1), reinterpret_cast<void**>(&factory.object))))
        return chips;
    constexpr UINT most = 16;
    constexpr Gib cardsBring{1.0}; // the graphics inside a processor set aside less
    for (UINT i = 0; i < most; ++i) {
        Released<IDXGIAdapter1> adapter;
        if (factory.object->EnumAdapters1(i, &adapter.object) != S_OK)
            break;
        DXGI_ADAPTER_DESC1 description{};
        const bool usable = SUCCEEDED(adapter.object->GetDesc1(&description)) && (description.Flags & DXGI_ADAPTER_FLAG_SOFTWARE) == 0;
        if (!usable || !isMaker(description.VendorId))
            continue;
        const Gib memory{static_cast<double>(description.DedicatedVideoMemory) / bytesPerGib};
        const bool discrete = description.VendorId == 0x10de || memory >= cardsBring;
        chips.push_back({QString::fromWCharArray(description.Description).trimmed().toStdString(),
            discrete ? std::optional<Gib>(memory) : std::nullopt, discrete});
    }
    return chips;
}

} // namespace

HardwareFacts readWindowsHardware() { return {cpuName(), totalRam(), graphicsChips(), form(), Os::Windows}; }

} // namespace rightrig

#endif
